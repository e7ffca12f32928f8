package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a service principal, taken apart: {@code states.us-east-1.amazonaws.com}. AWS: "AWS
 * JSON policy elements: Principal".
 *
 * @param name which service: {@code states}; may have dots
 * @param region where; empty for most
 * @param domain {@code amazonaws.com}, or that of another partition
 */
record ServiceName(String name, String region, String domain) {
  private static final String STANDARD = "amazonaws.com";
  private static final String CHINA = "amazonaws.com.cn";

  /* AWS: "Service endpoints and quotas", the DNS suffixes of the partitions. */
  private static final ImmutableList<String> DOMAINS =
      ImmutableList.of(
          STANDARD,
          CHINA,
          "amazonaws.eu",
          "c2s.ic.gov",
          "sc2s.sgov.gov",
          "cloud.adc-e.uk",
          "csp.hci.ic.gov");

  /** Reads a name under a domain of AWS; letter case counts. */
  static Optional<ServiceName> of(String text) {
    for (String domain : DOMAINS) {
      if (text.endsWith("." + domain) && text.length() > domain.length() + 1) {
        String labels = text.substring(0, text.length() - domain.length() - 1);
        int last = labels.lastIndexOf('.');
        return Optional.of(
            last > 0 && isRegion(labels.substring(last + 1))
                ? new ServiceName(labels.substring(0, last), labels.substring(last + 1), domain)
                : new ServiceName(labels, "", domain));
      }
    }
    return Optional.empty();
  }

  /** Whether a text is made of the characters of such names, with a dot inside. */
  static boolean isWellFormed(String text) {
    return text.indexOf('.') > 0
        && !text.endsWith(".")
        && !text.contains("..")
        && text.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
  }

  /** The partition that the domain or the region belongs to; empty where they do not tell. */
  Optional<String> partition() {
    if (!region.isEmpty()) {
      return Optional.of(partitionOf(region));
    }
    // In other partitions most services go by their standard name, so that one does not tell.
    return domain.equals(CHINA) ? Optional.of("aws-cn") : Optional.empty();
  }

  /* Words of letters and a number: us-east-1, us-gov-west-1, eusc-de-east-1. */
  private static boolean isRegion(String label) {
    List<String> words = Splitter.on('-').splitToList(label);
    int last = words.size() - 1;
    return last >= 2
        && words.get(0).length() <= 4
        && words.get(last).length() == 1
        && Character.isDigit(words.get(last).charAt(0))
        && words.subList(0, last).stream()
            .allMatch(word -> !word.isEmpty() && word.chars().allMatch(c -> c >= 'a' && c <= 'z'));
  }

  private static String partitionOf(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("eusc-")) {
      return "aws-eusc";
    }
    if (region.startsWith("us-iso-")) {
      return "aws-iso";
    }
    if (region.startsWith("us-isob-")) {
      return "aws-iso-b";
    }
    if (region.startsWith("eu-isoe-")) {
      return "aws-iso-e";
    }
    return region.startsWith("us-isof-") ? "aws-iso-f" : "aws";
  }

  @Override
  public String toString() {
    return name + "." + (region.isEmpty() ? "" : region + ".") + domain;
  }
}
