package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is beside the plugin in its class loader, as its descriptor lists it. */
class PluginDependenciesTest {

  private static List<String> dependencies() throws Exception {
    try (InputStream in =
        PluginDependenciesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Document descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      NodeList groups = descriptor.getElementsByTagName("groupId");
      List<String> names = new ArrayList<>();
      for (int i = 0; i < groups.getLength(); i++) {
        names.add(groups.item(i).getTextContent());
      }
      return names;
    }
  }

  @Test
  void junitIsForTestsOnly() throws Exception {
    assertThat(dependencies())
        .contains("com.azure", "com.fasterxml.jackson.core")
        .noneMatch(group -> group.startsWith("org.junit"))
        .noneMatch(group -> group.startsWith("org.apiguardian"))
        .noneMatch(group -> group.startsWith("org.opentest4j"));
  }
}
