"""Every block as every renderer draws it, for those who work on the look. It is there only where the settings ask for it."""

from workshop.pages.gallery.page import add_gallery

__all__ = ["add_gallery"]
