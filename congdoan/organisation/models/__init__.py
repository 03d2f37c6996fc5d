from congdoan.organisation.kinds import INSIDE, ParentLink, UnitKind
from congdoan.organisation.models.post import Post
from congdoan.organisation.models.reorganisation import Reorganisation
from congdoan.organisation.models.unit import Unit, UnitAlias, UnitVersion

__all__ = ["INSIDE", "ParentLink", "Post", "Reorganisation", "Unit", "UnitAlias", "UnitKind", "UnitVersion"]
