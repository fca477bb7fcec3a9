package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The page about libraries lists those that the POM has, and no other. */
class LibrariesTest {

  private static List<String> inThePom() throws Exception {
    Node project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getDocumentElement();
    List<String> names = new ArrayList<>();
    for (Element dependency : children(children(project, "dependencies").get(0), "dependency")) {
      if (children(dependency, "scope").isEmpty()) {
        names.add(children(dependency, "artifactId").get(0).getTextContent());
      }
    }
    return names;
  }

  private static List<Element> children(Node parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<String> onThePage() throws Exception {
    String page = Files.readString(Path.of("docs/decisions/0064-what-each-library-is-for.md"));
    return page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| ", 2)[0])
        .flatMap(names -> Pattern.compile("`([^`]+)`").matcher(names).results())
        .map(name -> name.group(1))
        .toList();
  }

  @Test
  void thePageListsTheLibrariesOfThePom() throws Exception {
    assertThat(onThePage()).isNotEmpty().containsExactlyInAnyOrderElementsOf(inThePom());
  }
}
