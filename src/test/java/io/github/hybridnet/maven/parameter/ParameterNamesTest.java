package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** In a POM, one element means one thing, whatever the goal: most are set for all goals at once. */
class ParameterNamesTest {

  private static List<Element> mojos() throws Exception {
    try (InputStream descriptor =
        ParameterNamesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      return children(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(descriptor)
              .getElementsByTagName("mojos")
              .item(0));
    }
  }

  private static List<Element> children(Node parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** {@code ${hybridnet.cloud}} by {@code cloud}, of all goals. */
  private static Map<String, Set<String>> propertiesByElement() throws Exception {
    Map<String, Set<String>> properties = new TreeMap<>();
    for (Element mojo : mojos()) {
      children(mojo.getElementsByTagName("configuration").item(0)).stream()
          .filter(c -> c.getTextContent().startsWith("${hybridnet."))
          .forEach(
              c ->
                  properties
                      .computeIfAbsent(c.getTagName(), name -> new TreeSet<>())
                      .add(c.getTextContent()));
    }
    return properties;
  }

  @Test
  void oneElementIsOneProperty() throws Exception {
    assertThat(propertiesByElement())
        .hasSizeGreaterThan(50)
        .allSatisfy((element, properties) -> assertThat(properties).hasSize(1));
  }

  @Test
  void onePropertyIsOneElement() throws Exception {
    Map<String, Set<String>> elements = new TreeMap<>();
    propertiesByElement()
        .forEach(
            (element, properties) ->
                properties.forEach(
                    p -> elements.computeIfAbsent(p, name -> new TreeSet<>()).add(element)));
    assertThat(elements)
        .hasSizeGreaterThan(50)
        .allSatisfy((property, names) -> assertThat(names).hasSize(1));
  }
}
