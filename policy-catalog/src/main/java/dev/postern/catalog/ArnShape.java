package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;

/**
 * What ARNs look like, field by field. Wildcards do not reach into the next field; the sixth keeps
 * all further colons. AWS: "IAM JSON policy elements: Resource".
 */
final class ArnShape {
  private static final int FIELDS = 6;

  private final ImmutableList<Steps> fields;

  private ArnShape(ImmutableList<Steps> fields) {
    this.fields = fields;
  }

  /** The ARNs of a type of resource. */
  static ArnShape ofTemplate(String text) {
    String service = service(text);
    Builder shape = new Builder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int close = closingBrace(text, i);
      if (close > 0) {
        shape.placeholder(service, text.substring(text.indexOf('{', i) + 1, close));
      } else if (c == '*') {
        shape.templateStar();
      } else {
        shape.templateCharacter(c);
      }
      i = Math.max(i, close) + 1;
    }
    return shape.build();
  }

  /* AWS writes `${Name}` and, once, `{Name}`. */
  private static int closingBrace(String text, int at) {
    return text.startsWith("${", at) || text.startsWith("{", at) ? text.indexOf('}', at) : -1;
  }

  /* The third field. A placeholder has no colon in it. */
  static String service(String text) {
    int start = text.indexOf(':', text.indexOf(':') + 1) + 1;
    return text.substring(start, Math.max(start, text.indexOf(':', start)));
  }

  /** The ARNs that an entry of {@code Resource} matches, whatever its variables stand for. */
  static ArnShape ofPattern(String text) {
    // What is no variable, because it is malformed, is plain text.
    PolicyVersion version =
        PolicyString.fault(text).isEmpty() ? PolicyVersion.V2012_10_17 : PolicyVersion.V2008_10_17;
    Builder shape = new Builder();
    for (Part part : PolicyString.of(text, version).parts()) {
      if (part instanceof Part.Text literal) {
        String characters = literal.text();
        for (int i = 0; i < characters.length(); i++) {
          shape.character(characters.charAt(i));
        }
      } else if (part instanceof Part.AnyOne) {
        shape.anyOne();
      } else {
        shape.anyRun();
      }
    }
    return shape.build();
  }

  /** Whether some ARN looks like this and is matched by a pattern; its last field has the rest. */
  boolean meets(ArnShape pattern) {
    int last = Math.min(pattern.fields.size(), fields.size()) - 1;
    // From the right: what tells ARNs apart stands there, and all begin alike.
    if (!from(last).meets(pattern.from(last))) {
      return false;
    }
    for (int i = last - 1; i >= 0; i--) {
      if (!fields.get(i).meets(pattern.fields.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Steps from(int first) {
    if (first == fields.size() - 1) {
      return fields.get(first);
    }
    ImmutableList.Builder<Step> rest = ImmutableList.builder();
    rest.addAll(fields.get(first).steps());
    for (Steps field : fields.subList(first + 1, fields.size())) {
      rest.add(Step.character(':')).addAll(field.steps());
    }
    return new Steps(rest.build());
  }

  /** Puts steps into fields. */
  private static final class Builder {
    private final ImmutableList.Builder<Steps> fields = ImmutableList.builder();
    private ImmutableList.Builder<Step> field = ImmutableList.builder();
    /* Of the field, from 0: the partition is 1, the region 3. */
    private int number;

    private boolean isLast() {
      return number == FIELDS - 1;
    }

    void character(char c) {
      if (c == ':' && !isLast()) {
        end();
      } else {
        field.add(Step.character(c));
      }
    }

    /* AWS does not say whether letter case matters in partition, service and region. */
    void templateCharacter(char c) {
      if (c != ':' && number >= 1 && number <= 3) {
        field.add(Step.characterInAnyCase(c));
      } else {
        character(c);
      }
    }

    void anyOne() {
      field.add(Step.ANY_ONE);
    }

    void anyRun() {
      field.add(Step.ANY_RUN);
    }

    void templateStar() {
      field.add(isLast() ? Step.ANY_RUN : Step.runWithout(":"));
    }

    /* Regions and accounts may be empty, and names may not. */
    void placeholder(String service, String name) {
      if (isLast()) {
        String never = Placeholders.bundled().never(service, name);
        field.add(Step.oneBut(never)).add(Step.runWithout(never));
      } else {
        templateStar();
      }
    }

    private void end() {
      fields.add(new Steps(field.build()));
      field = ImmutableList.builder();
      number++;
    }

    ArnShape build() {
      end();
      return new ArnShape(fields.build());
    }
  }
}
