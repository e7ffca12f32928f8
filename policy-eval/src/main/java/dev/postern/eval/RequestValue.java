package dev.postern.eval;

import dev.postern.model.Arn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a condition key. What an operator reads in it, a number, an instant, an address, is
 * read once and kept, so that a request decided many times is parsed once.
 */
final class RequestValue {
  /* Written by whichever thread comes first; a second one would write an equal, immutable value. */
  private static final Object UNREADABLE = new Object();

  private final String text;
  private @Nullable Object number;
  private @Nullable Object instant;
  private @Nullable Object address;
  private @Nullable Object octets;
  private @Nullable Object arn;
  private @Nullable String folded;

  RequestValue(String text) {
    this.text = text;
  }

  /** The value of a moment, whose text is the ISO form. */
  static RequestValue of(Instant moment, String text) {
    RequestValue value = new RequestValue(text);
    value.instant = moment;
    return value;
  }

  String text() {
    return text;
  }

  /** The text in lower case, code point by code point, without locale. */
  String folded() {
    String known = folded;
    if (known == null) {
      known = fold(text);
      folded = known;
    }
    return known;
  }

  /* STR-1: one code point to one code point. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  @Nullable BigDecimal number() {
    Object known = number;
    if (known == null) {
      known = read(DecimalValue::parse);
      number = known;
    }
    return known == UNREADABLE ? null : (BigDecimal) known;
  }

  @Nullable Instant instant() {
    Object known = instant;
    if (known == null) {
      known = read(InstantValue::parse);
      instant = known;
    }
    return known == UNREADABLE ? null : (Instant) known;
  }

  @Nullable IpValue address() {
    Object known = address;
    if (known == null) {
      known = read(IpValue::parse);
      address = known;
    }
    return known == UNREADABLE ? null : (IpValue) known;
  }

  @Nullable OctetsValue octets() {
    Object known = octets;
    if (known == null) {
      known = read(OctetsValue::parse);
      octets = known;
    }
    return known == UNREADABLE ? null : (OctetsValue) known;
  }

  @Nullable Arn arn() {
    Object known = arn;
    if (known == null) {
      known = read(Arn::parse);
      arn = known;
    }
    return known == UNREADABLE ? null : (Arn) known;
  }

  private <T> Object read(Function<String, Optional<T>> reader) {
    Optional<T> value = reader.apply(text);
    return value.isPresent() ? value.get() : UNREADABLE;
  }

  @Override
  public String toString() {
    return text;
  }
}
