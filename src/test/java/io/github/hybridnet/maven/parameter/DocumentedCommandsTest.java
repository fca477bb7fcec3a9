package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.report.OutputsProperties;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Goals, properties and elements that the documentation shows exist. */
public class DocumentedCommandsTest {
  private static final Pattern GOAL =
      Pattern.compile("(?<![.\\w])hybridnet:([a-z]+(?:-[a-z]+)*)\\b");
  private static final Pattern PROPERTY = Pattern.compile("-D(hybridnet\\.[A-Za-z.-]*[A-Za-z])");
  private static final Pattern XML = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

  private final List<MojoDescriptor> goals = new ArrayList<>();

  @BeforeEach
  void theDescriptor() throws Exception {
    try (Reader reader =
        Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
      goals.addAll(new PluginDescriptorBuilder().build(reader).getMojos());
    }
  }

  /** Of the build of this project, not of the plugin. */
  private static final Set<String> OF_THE_BUILD =
      Set.of("hybridnet.lab.extent", "hybridnet.lab.required");

  /** The README and the pages, without decisions, which speak of their day. */
  public static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs)
          .filter(p -> p.toString().endsWith(".md"))
          .filter(p -> !p.startsWith("docs/decisions"))
          .toList();
    }
  }

  private static List<String> unknown(Pattern pattern, Set<String> known) throws IOException {
    List<String> unknown = new ArrayList<>();
    int found = 0;
    for (Path page : pages()) {
      for (MatchResult match : pattern.matcher(Files.readString(page)).results().toList()) {
        found++;
        if (!known.contains(match.group(1)) && !OutputsProperties.isOutput(match.group(1))) {
          unknown.add(page + ": " + match.group());
        }
      }
    }
    assertThat(found).isGreaterThan(20);
    return unknown;
  }

  @Test
  void goalsExist() throws IOException {
    Set<String> names = new HashSet<>(goals.stream().map(MojoDescriptor::getGoal).toList());
    assertThat(unknown(GOAL, names)).isEmpty();
  }

  @Test
  void goalsAreInTheTableOfTheReadmeAndHaveTheirSection() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String page = Files.readString(Path.of("docs/goals.md"));
    Set<String> headings = new HashSet<>(List.of("help"));
    page.lines()
        .filter(line -> line.startsWith("## "))
        .forEach(line -> headings.addAll(List.of(line.substring(3).split(", "))));
    assertThat(goals)
        .extracting(MojoDescriptor::getGoal)
        .hasSizeGreaterThan(10)
        .allSatisfy(goal -> assertThat(readme).contains("\n| `" + goal + "` |"))
        .allSatisfy(goal -> assertThat(headings).contains(goal));
  }

  @Test
  void propertiesExist() throws IOException {
    Set<String> names = new HashSet<>(OF_THE_BUILD);
    KnownParameters.of(goals).all().forEach(knownParameter -> names.add(knownParameter.property()));
    assertThat(unknown(PROPERTY, names)).isEmpty();
  }

  @Test
  void snippetsAreXmlAndConfigureWhatTheirGoalsHave() throws Exception {
    List<String> problems = new ArrayList<>();
    int found = 0;
    for (Path page : pages()) {
      for (MatchResult match : XML.matcher(Files.readString(page)).results().toList()) {
        found++;
        Document snippet =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                    new InputSource(new StringReader("<snippet>" + match.group(1) + "</snippet>")));
        plugins(snippet).forEach(plugin -> check(page, plugin, problems));
      }
    }
    assertThat(found).isGreaterThan(3);
    assertThat(problems).isEmpty();
  }

  private void check(Path page, Element plugin, List<String> problems) {
    KnownParameters all = KnownParameters.of(goals);
    children(plugin, "configuration").stream()
        .flatMap(c -> children(c, "*").stream())
        .map(Element::getTagName)
        .filter(element -> !all.hasElement(element))
        .forEach(element -> problems.add(page + ": <" + element + ">"));
    for (Element execution :
        children(plugin, "executions").stream()
            .flatMap(e -> children(e, "execution").stream())
            .toList()) {
      List<String> bound =
          children(execution, "goals").stream()
              .flatMap(g -> children(g, "goal").stream())
              .map(g -> g.getTextContent().strip())
              .toList();
      List<MojoDescriptor> theirs =
          goals.stream().filter(g -> bound.contains(g.getGoal())).toList();
      if (theirs.size() != bound.size()) {
        problems.add(page + ": an unknown goal of " + bound);
      }
      KnownParameters known = KnownParameters.of(theirs);
      children(execution, "configuration").stream()
          .flatMap(c -> children(c, "*").stream())
          .map(Element::getTagName)
          .filter(element -> !known.hasElement(element))
          .forEach(element -> problems.add(page + ": <" + element + "> for " + bound));
    }
  }

  private static List<Element> plugins(Document snippet) {
    List<Element> plugins = new ArrayList<>();
    var nodes = snippet.getElementsByTagName("plugin");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element plugin = (Element) nodes.item(i);
      if (children(plugin, "artifactId").stream()
          .anyMatch(a -> a.getTextContent().strip().equals("hybridnet-maven-plugin"))) {
        plugins.add(plugin);
      }
    }
    return plugins;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name.equals("*") || element.getTagName().equals(name))) {
        children.add(element);
      }
    }
    return children;
  }
}
