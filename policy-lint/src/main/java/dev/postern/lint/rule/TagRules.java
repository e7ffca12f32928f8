package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about tags, and access by them. */
final class TagRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .addAll(TagUnsupported.all())
          .add(new TagResourceEditable())
          .add(new TagPrincipalEditable())
          .add(new TagUntagOpen())
          .add(new TagRequestOnUse())
          .add(new TagResourceOnCreate())
          .add(new TagCreateSplit())
          .add(new TagExtraKeys())
          .add(new TagKeyCase())
          .build();

  private TagRules() {}
}
