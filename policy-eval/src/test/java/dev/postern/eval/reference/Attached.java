package dev.postern.eval.reference;

import dev.postern.model.PolicyDocument;
import dev.postern.model.json.PolicyWriter;

/**
 * A policy and where it is attached.
 *
 * @param level of service and resource control policies, the organization's root is 0; else 0
 */
record Attached(Place place, int level, PolicyDocument document) {
  Attached with(PolicyDocument other) {
    return new Attached(place, level, other);
  }

  @Override
  public String toString() {
    boolean hasLevels = place == Place.SERVICE_CONTROL || place == Place.RESOURCE_CONTROL;
    return place.text()
        + (hasLevels ? "[" + level + "]" : "")
        + ": "
        + PolicyWriter.canonical().onOneLine().write(document);
  }
}
