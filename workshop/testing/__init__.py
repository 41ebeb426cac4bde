"""The authors' kit: shows what a method does, and plays it through whatever a room may do to it.

    given(method).events(Said("a", "ben", "Shade")).when(Support("a"), by="ana").then(Supported("a", "ana"))
    given(method).when(Support("a"), by="ana").rejected("gone")
    conform(method)

It needs nothing but Palabre itself: any test runner will do.
"""

from workshop.testing.conformance import conform as conform
from workshop.testing.faults import Fault as Fault
from workshop.testing.scenario import given as given
