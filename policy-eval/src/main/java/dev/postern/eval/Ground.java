package dev.postern.eval;

import java.util.Optional;

/** On what ground a request is allowed: a row of the table of access, or a rule beside it. */
public sealed interface Ground permits GrantRow, SpecialGround {
  /** As the decision record names it: the row's letter or the rule's id. */
  String id();

  /** The ground in words, to follow a "because". */
  String reason();

  /** The type of policy whose statement gives the access, where one does. */
  Optional<Layer> layer();
}
