package dev.postern.catalog.generator;

/** Something that the sources write in a way of their own. The report counts each. */
enum Correction {
  LEVEL_LIST("actions with several access levels; the first counts"),
  TYPE_CASE("types of actions in other letter case than in the table of types; joined"),
  TYPE_TWICE("types that an action lists twice; made one"),
  ARN_LIST("types with several ARN templates; parted"),
  KEY_SPELLING("keys whose placeholder is not `${TagKey}`; spelled so"),
  KEY_COPY("keys that a service lists in two such spellings; made one"),
  KEY_TYPE("keys of another type than the source says; as corrections.tsv says"),
  SCENARIOS("actions with scenarios; these are ignored"),
  DEPENDENT_GONE("dependent actions of which one end is gone; dropped");

  private final String text;

  Correction(String text) {
    this.text = text;
  }

  /** For the report. */
  String text() {
    return text;
  }
}
