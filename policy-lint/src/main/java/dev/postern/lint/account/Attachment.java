package dev.postern.lint.account;

import dev.postern.model.source.Located;

/**
 * A managed policy that a principal has, or is limited by.
 *
 * @param arn the policy's ARN
 */
public record Attachment(Located<String> arn) {}
