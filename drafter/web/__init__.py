"""The workbench: a local page on which the whole job is done; routes → a job → a view.

The room owns addresses, sessions, who may do what, what goes over the wire and how it is guarded. It decides
nothing: that is for the jobs; no analysis is called from here, and no sentence is made here. `routes` has a
module for each page, `views` what a template is given, `templates` and `static` what the browser is given:
nothing comes from elsewhere. It may import the jobs and all below them.
"""

from .options import ServeOptions

__all__ = ["ServeOptions"]
