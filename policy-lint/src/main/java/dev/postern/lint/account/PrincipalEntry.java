package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;

/**
 * What IAM tells of every principal.
 *
 * @param arn its ARN; where the text has none, the text's name and the place in it
 * @param name its name, without a path
 * @param json the object that tells of it
 * @param inline the policies that are part of it
 * @param attached the managed policies that it has
 */
public record PrincipalEntry(
    String arn,
    Located<String> name,
    JsonObject json,
    ImmutableList<AccountPolicy> inline,
    ImmutableList<Attachment> attached) {}
