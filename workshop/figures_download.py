"""The figures of a process as CSV, for those who signed in."""

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response

from workshop.dossier.numbers import figures_csv
from workshop.processes import Processes


def add_figures_download(app: FastAPI, processes: Processes) -> None:
    """Registers the route; the sign-in stands in front of it."""

    async def table(code: str) -> Response:
        dossier = await processes.dossier(code)
        if dossier is None:
            return JSONResponse({"error": "no process has this code"}, 404)
        headers = {
            "content-disposition": f'attachment; filename="figures-{dossier.process.code}.csv"',
            "x-content-type-options": "nosniff",
            "cache-control": "no-store",
        }
        say = processes.rooms.speaker(dossier.process.language)
        return Response(figures_csv(dossier, say), media_type="text/csv; charset=utf-8", headers=headers)

    app.add_api_route("/api/processes/{code}/figures.csv", table, methods=["GET"])
