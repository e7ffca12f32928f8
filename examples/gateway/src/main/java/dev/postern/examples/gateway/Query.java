package dev.postern.examples.gateway;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The query of a URI, each name with all its values. */
final class Query {
  private Query() {}

  static Map<String, List<String>> of(URI uri) {
    String raw = uri.getRawQuery();
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    ImmutableListMultimap.Builder<String, String> parameters = ImmutableListMultimap.builder();
    for (String parameter : Splitter.on('&').split(raw)) {
      ImmutableList<String> parts =
          ImmutableList.copyOf(Splitter.on('=').limit(2).split(parameter));
      parameters.put(decode(parts.get(0)), parts.size() == 1 ? "" : decode(parts.get(1)));
    }
    ListMultimap<String, String> all = parameters.build();
    return Multimaps.asMap(all);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
