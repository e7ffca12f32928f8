package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.RuleFault;
import dev.postern.lint.Suppressed;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For continuous integration that knows tests: a suite for each policy, a failed case for each
 * finding, and one case that passes where there is none.
 */
final class JUnitReport implements Report {
  @Override
  public String render(ImmutableList<LintResult> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "postern lint");
      for (LintResult result : results) {
        line(xml);
        write(xml, result);
      }
      line(xml);
      xml.writeEndElement();
      line(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to a string", e);
    }
    return text.toString();
  }

  private static void line(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static void write(XMLStreamWriter xml, LintResult result) throws XMLStreamException {
    String title = result.subject().title();
    String name = clean(result.source().name() + (title.isEmpty() ? "" : ": " + title));
    int cases =
        Math.max(1, result.findings().size() + result.suppressed().size() + result.faults().size());
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", String.valueOf(cases));
    xml.writeAttribute("failures", String.valueOf(result.findings().size()));
    xml.writeAttribute("errors", String.valueOf(result.faults().size()));
    xml.writeAttribute("skipped", String.valueOf(result.suppressed().size()));
    for (Finding finding : result.findings()) {
      line(xml);
      startCase(xml, finding.id() + " " + finding.span().start(), name);
      xml.writeStartElement("failure");
      xml.writeAttribute("type", finding.severity().word());
      xml.writeAttribute("message", clean(finding.message()));
      xml.writeCharacters(clean(finding.span() + ": " + FindingJson.message(finding)));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    for (Suppressed suppressed : result.suppressed()) {
      Finding finding = suppressed.finding();
      line(xml);
      startCase(xml, finding.id() + " " + finding.span().start(), name);
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", clean(suppressed.reason() + ": " + finding.message()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    for (RuleFault fault : result.faults()) {
      line(xml);
      startCase(xml, fault.rule().id(), name);
      xml.writeStartElement("error");
      xml.writeAttribute("message", clean(fault.describe()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    if (result.findings().isEmpty() && result.suppressed().isEmpty() && result.faults().isEmpty()) {
      line(xml);
      startCase(xml, "no findings", name);
      xml.writeEndElement();
    }
    line(xml);
    xml.writeEndElement();
  }

  private static void startCase(XMLStreamWriter xml, String name, String policy)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", clean(name));
    xml.writeAttribute("classname", policy);
  }

  /* XML has no control characters, not even escaped, and no halves of surrogate pairs. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isXml(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
