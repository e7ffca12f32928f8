package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as a parser reads it: it is well-formed XML but for what its style and script say. */
final class ParsedPage {
  private final Document document;

  private ParsedPage(Document document) {
    this.document = document;
  }

  static ParsedPage of(LintResult... results) {
    return of(new HtmlReport().render(ImmutableList.copyOf(results)));
  }

  static ParsedPage of(String page) {
    String bare = without("script", without("style", page));
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      return new ParsedPage(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(bare))));
    } catch (Exception e) {
      throw new AssertionError("the page cannot be read: " + e, e);
    }
  }

  /* The first one, which is ours: what others wrote comes later. */
  private static String without(String element, String page) {
    int tag = page.indexOf("<" + element + ">");
    if (tag < 0) {
      return page;
    }
    int from = tag + element.length() + 2;
    return page.substring(0, from) + page.substring(page.indexOf("</" + element + ">", from));
  }

  /** What rules say of a policy. */
  static LintResult linted(String name, String policy, String... rules) {
    return Linter.strict().rules(rules).lint(SourceText.of(name, policy), PolicyType.IDENTITY);
  }

  /** The texts at a path, each on one line. */
  List<String> all(String path) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newDefaultInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent().strip().replaceAll("\\s+", " "));
      }
      return texts;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** The only text at a path. */
  String one(String path) {
    List<String> all = all(path);
    if (all.size() != 1) {
      throw new AssertionError(path + ": " + all);
    }
    return all.get(0);
  }
}
