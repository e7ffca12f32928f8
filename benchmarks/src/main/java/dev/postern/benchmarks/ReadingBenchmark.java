package dev.postern.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;

/** Reads all managed policies once: what a token costs, what a document with places costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class ReadingBenchmark {
  /* As the reader sets it up. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  /** How the policies are written. */
  @Param({"compact", "indented"})
  public String layout = "";

  private ImmutableList<String> texts = ImmutableList.of();

  /** Loads the policies and says how many characters a pass reads. */
  @Setup
  public void load() throws IOException {
    PolicyWriter writer = PolicyWriter.faithful();
    texts = Corpus.managedPolicies(layout.equals("compact") ? writer.onOneLine() : writer);
    int characters = texts.stream().mapToInt(String::length).sum();
    System.err.println(texts.size() + " policies, " + characters + " characters");
  }

  /** Jackson's tokens, and nothing done with them: what no reader on it can undercut. */
  @Benchmark
  public void jacksonTokens(Blackhole sink) throws IOException {
    for (String text : texts) {
      try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          sink.consume(token);
        }
      }
    }
  }

  /** Jackson's tokens and the text of each. */
  @Benchmark
  public void jacksonTokensWithText(Blackhole sink) throws IOException {
    for (String text : texts) {
      try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          sink.consume(parser.getText());
        }
      }
    }
  }

  /** Documents with all places and all checks. */
  @Benchmark
  public void policyReader(Blackhole sink) {
    PolicyReader reader = PolicyReader.strict();
    for (String text : texts) {
      sink.consume(reader.examine(SourceText.of("policy.json", text), PolicyType.IDENTITY));
    }
  }

  /** The policies of AWS SDK for Java 2, without places. */
  @Benchmark
  public void awsSdk(Blackhole sink) {
    for (String text : texts) {
      sink.consume(IamPolicy.fromJson(text));
    }
  }
}
