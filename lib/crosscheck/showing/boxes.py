"""What does a page without widgets show in a widget's place? One line of text, which every box of the kit has."""

import ipywidgets


class TextBox(ipywidgets.VBox):
    """A box of controls with a line of plain text for where no widget can be."""

    @property
    def line(self) -> str:
        """What this is, in a line."""
        return "Controls"

    def _repr_mimebundle_(self, **options: object) -> dict:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/plain"] = self.line
        return bundle
