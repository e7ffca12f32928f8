package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Decision;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.source.Problem;
import dev.postern.suite.coverage.SuiteCoverage;
import dev.postern.suite.mutation.MutationResult;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in the form of JUnit's reports: a suite for each file, a case for each test. */
record TestJUnit() implements TestReport {
  @Override
  public String render(
      ImmutableList<TestedFile> files,
      Optional<SuiteCoverage> coverage,
      Optional<MutationResult> mutation,
      boolean coloured) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "postern test");
      for (TestedFile file : files) {
        write(file, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to a string", e);
    }
    return text.toString();
  }

  private static void write(TestedFile file, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", Visible.line(file.name()));
    xml.writeAttribute("tests", String.valueOf(file.results().size()));
    xml.writeAttribute("failures", String.valueOf(file.failures()));
    xml.writeAttribute("errors", String.valueOf(file.errors()));
    for (ScenarioResult result : file.results()) {
      write(file, result, xml);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void write(TestedFile file, ScenarioResult result, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", Visible.line(result.scenario().name()));
    xml.writeAttribute("classname", Visible.line(file.name()));
    if (TestedFile.isError(result)) {
      Problem problem = result.problems().get(0);
      String all =
          result.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
      details("error", problem.code().id(), problem.message(), all, xml);
    } else if (!result.isAsExpected()) {
      String place = result.scenario().span() + "\n";
      String why = place + result.decision().map(Decision::explain).orElse("");
      details("failure", "decision", String.join("; ", result.differences()), why, xml);
    }
    xml.writeEndElement();
  }

  /* What is visible has no character that XML could not hold. */
  private static void details(
      String element, String type, String message, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", Visible.line(message));
    xml.writeCharacters(Visible.lines(text));
    xml.writeEndElement();
  }
}
