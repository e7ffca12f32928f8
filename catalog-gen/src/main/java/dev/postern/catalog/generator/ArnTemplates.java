package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;

/** What the ARNs of a type of resource look like. */
final class ArnTemplates {
  // arn:partition:service:region:account:resource
  private static final int PARTS = 6;
  private static final Splitter LIST = Splitter.on(", ");
  private static final Splitter COLONS = Splitter.on(':');

  private ArnTemplates() {}

  /** The templates of a text that holds one, or several parted by a comma and a space. */
  static ImmutableList<String> of(Node node) {
    ImmutableSortedSet.Builder<String> templates = ImmutableSortedSet.orderedBy(Names.ORDER);
    for (String template : LIST.split(node.text())) {
      if (!template.startsWith("arn:") || COLONS.splitToList(template).size() < PARTS) {
        throw node.refuse(
            "ARN `" + template + "`", "`arn:` and " + PARTS + " parts between colons or more");
      }
      if (!Names.isWord(template)) {
        throw node.refuse("ARN `" + template + "`", "printable ASCII characters without a space");
      }
      templates.add(template);
    }
    return templates.build().asList();
  }
}
