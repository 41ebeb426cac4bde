/** What a phone needs only when somebody is in, and not for every screen. */
import { Choices } from "./choices.js";
import { Dots } from "./dots.js";
import { Goodbye } from "./goodbye.js";
import { Keepsake } from "./keepsake.js";
import { Menu } from "./menu.js";
import { Board, Graph, Outline } from "./outline.js";
import { Picture } from "./picture.js";
import { Shot } from "./shot.js";
import { Questionnaire, Radar } from "./surveys.js";
import { Place, Tables } from "./tables.js";
import { Round } from "./turns.js";
import { openUploads } from "./uploads.js";

export { Board, Choices, Dots, Goodbye, Graph, Keepsake, Menu, Outline, Picture, Place, Questionnaire, Radar, Round, Shot, Tables, openUploads };
