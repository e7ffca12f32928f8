package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Asker.Kind;
import dev.postern.eval.reference.Circumstances.Organization;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a case together: who asks, which policies there are, and the circumstances. */
final class CaseBuilder {
  private final Dice dice;
  private final Map<String, ContextValue> more = new LinkedHashMap<>();
  private final List<Attached> policies = new ArrayList<>();
  private final int fit;
  private final String partition;
  private Circumstances circumstances = Circumstances.NONE;

  CaseBuilder(Dice dice) {
    this.dice = dice;
    // A share of sane cases, so that much is allowed; the others are wilder.
    this.fit = dice.of(97, 90, 75, 50);
    this.partition = dice.percent(3) ? "arn:aws-cn:" : "arn:aws:";
  }

  Circumstances circumstances() {
    return circumstances;
  }

  void set(Circumstances others) {
    circumstances = others;
  }

  /** A key that the request has for certain. */
  void put(String key, ContextValue value) {
    more.put(key, value);
  }

  private String local(String text) {
    return text.replace("arn:aws:", partition);
  }

  Writer writer(Asker asker, String action, String resource, int conditions, int denies) {
    return new Writer(asker, action, resource, conditions, denies);
  }

  static boolean mayHaveIdentity(Asker asker) {
    return asker.kind().isIam() && asker.kind() != Kind.ROOT;
  }

  /** The requester's own policies. */
  void requesters(Asker asker, Writer writer) {
    if (mayHaveIdentity(asker)) {
      if (dice.percent(85)) {
        writer.attach(Place.IDENTITY, 2, 2);
      }
      if (dice.percent(25)) {
        writer.attach(Place.PERMISSIONS_BOUNDARY, 1, 2);
      }
    }
    boolean federated = asker.kind() == Kind.FEDERATED_USER;
    boolean root = asker.kind() == Kind.ROOT;
    if ((asker.kind().isRole() || federated || root)
        && dice.percent(federated ? 75 : root ? 15 : 25)) {
      writer.attach(Place.SESSION, 2, 2);
    }
  }

  /** The organization and the endpoint. */
  void around(Asker asker, Writer writer) {
    boolean organization = dice.percent(35);
    int serviceControl = organization && dice.percent(75) ? 1 + dice.below(3) : 0;
    int resourceControl = organization && dice.percent(50) ? 1 + dice.below(2) : 0;
    circumstances =
        circumstances.with(
            new Organization(
                serviceControl,
                resourceControl,
                organization && dice.percent(40)
                    ? dice.of(Vocabulary.MANAGEMENT, Vocabulary.HERE, Vocabulary.THERE)
                    : ""));
    for (int level = 0; level < serviceControl; level++) {
      if (dice.percent(94)) {
        writer.attach(Place.SERVICE_CONTROL, Place.SERVICE_CONTROL.type(), level, 2);
      }
    }
    for (int level = 0; level < resourceControl; level++) {
      if (dice.percent(35)) {
        writer.attach(Place.RESOURCE_CONTROL, Place.RESOURCE_CONTROL.type(), level, 1);
      }
    }
    if (dice.percent(20) && asker.kind() != Kind.SERVICE) {
      circumstances = circumstances.withEndpointKind(dice.of("", "GATEWAY", "INTERFACE"));
      writer.attach(Place.VPC_ENDPOINT, 1, 2);
    }
  }

  Case build(Asker asker, String action, String resource, String owner, int mostKeys) {
    Map<String, ContextValue> context =
        new LinkedHashMap<>(new GeneratedRequest(dice).context(mostKeys));
    context.putAll(more);
    Asker known = asker;
    if (asker.uniqueId().isEmpty() && dice.percent(4)) {
      if (asker.kind() == Kind.USER) {
        context.put("aws:userid", new ContextValue.Single(Vocabulary.USER_ID));
        known = asker.withUniqueId(Vocabulary.USER_ID);
      } else if (asker.kind() == Kind.ROLE_SESSION) {
        context.put("aws:userid", new ContextValue.Single(Vocabulary.ROLE_ID + ":s1"));
        known = asker.withUniqueId(Vocabulary.ROLE_ID);
      }
    }
    return new Case(
        known.in(this::local),
        action,
        local(resource),
        owner,
        ImmutableMap.copyOf(context),
        ImmutableList.copyOf(policies),
        circumstances.in(this::local));
  }

  /** Writes and attaches policies about one request. */
  final class Writer {
    private final GeneratedStatement statements;

    Writer(Asker asker, String action, String resource, int conditions, int denies) {
      this.statements =
          new GeneratedStatement(
              dice,
              asker,
              action,
              resource,
              fit,
              fit > 95 ? conditions / 4 : conditions,
              fit > 95 ? denies / 2 : denies);
    }

    void attach(Place place, int most, int mostStatements) {
      int count = 1 + dice.below(most);
      for (int i = 0; i < count; i++) {
        attach(place, typeOf(place), 0, mostStatements);
      }
    }

    private PolicyType typeOf(Place place) {
      return place == Place.RESOURCE && statements.action().startsWith("s3:")
          ? PolicyType.resource("AWS::S3::Bucket")
          : place.type();
    }

    void attach(Place place, PolicyType type, int mostStatements) {
      attach(place, type, 0, mostStatements);
    }

    void attach(Place place, PolicyType type, int level, int mostStatements) {
      List<String> texts =
          dice.several(
              dice.percent(96) ? 1 : 0, mostStatements, () -> statements.write(place, type));
      String version =
          place == Place.RESOURCE_CONTROL || dice.percent(85) ? "2012-10-17" : "2008-10-17";
      String text =
          "{\"Version\": \"" + version + "\", \"Statement\": [" + String.join(", ", texts) + "]}";
      read(local(text), type).ifPresent(d -> policies.add(new Attached(place, level, d)));
    }

    /* What even a lenient reader refuses is no policy: such a text is left out. */
    private Optional<PolicyDocument> read(String text, PolicyType type) {
      return PolicyReader.lenient().examine(SourceText.of("generated", text), type).document();
    }
  }
}
