package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for developers name packages, imports and classes that there are. */
class RoomsPageTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+");

  /** A row: the packages of the room, and what it may import. */
  private record Row(List<String> packages, Set<String> imports) {
    String room() {
      return packages.get(0);
    }
  }

  private static List<Row> rows() throws IOException {
    String page = Files.readString(Path.of("CONTRIBUTING.md"));
    String section = page.substring(page.indexOf("\n## The rooms\n") + 1);
    return section
        .substring(0, section.indexOf("\n## "))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| "))
        .map(cells -> new Row(packages(cells[0]), imports(cells[2])))
        .toList();
  }

  private static List<String> packages(String cell) {
    return quoted(cell).flatMap(RoomsPageTest::expanded).toList();
  }

  /** {@code a.{b,c}} is a.b and a.c. */
  private static Stream<String> expanded(String name) {
    int open = name.indexOf('{');
    return open < 0
        ? Stream.of(name)
        : Arrays.stream(name.substring(open + 1, name.length() - 1).split(","))
            .map(part -> name.substring(0, open) + part);
  }

  /** Rooms are quoted, libraries follow behind a semicolon. */
  private static Set<String> imports(String cell) {
    Set<String> imports = quoted(cell).collect(Collectors.toCollection(TreeSet::new));
    int libraries = cell.indexOf(';');
    if (libraries >= 0) {
      Stream.of(cell.substring(libraries + 1).replace("|", "").split(","))
          .map(String::strip)
          .forEach(imports::add);
    }
    return imports;
  }

  private static Stream<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(name -> name.group(1));
  }

  @Test
  void theTableHasAllPackages() throws IOException {
    assertThat(
            rows().stream()
                .map(Row::packages)
                .flatMap(List::stream)
                .filter(RoomsPageTest::hasClasses))
        .containsExactlyInAnyOrderElementsOf(SourcePackages.names());
    assertThat(
            rows().stream()
                .map(Row::packages)
                .flatMap(List::stream)
                .filter(name -> !hasClasses(name)))
        .as("rooms without classes of their own")
        .containsExactly("drill", "replay");
  }

  private static boolean hasClasses(String name) {
    return Files.exists(SourcePackages.info(name));
  }

  @Test
  void theTableHasTheRoomsInTheirOrder() throws IOException {
    assertThat(rows().stream().map(Row::room))
        .containsExactlyElementsOf(Rooms.ALL.stream().map(Rooms.Room::name).toList());
  }

  @Test
  void aRoomKnowsOnlyRoomsBelowIt() {
    Set<String> above = new TreeSet<>();
    for (Rooms.Room room : Rooms.ALL) {
      above.add(room.name());
      assertThat(room.imports())
          .as("imports of %s", room.name())
          .doesNotContainAnyElementsOf(above);
    }
  }

  @Test
  void theTableSaysWhatTheArchitectureAllows() throws IOException {
    List<Row> rows = rows();
    for (int i = 0; i < Rooms.ALL.size(); i++) {
      Rooms.Room room = Rooms.ALL.get(i);
      Set<String> allowed = new TreeSet<>(room.imports());
      room.libraries().forEach(library -> allowed.add(library.label()));
      assertThat(rows.get(i).imports()).as("imports of %s", room.name()).isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "docs/naming.md"})
  void aClassThatAPageNamesExists(String page) throws IOException {
    List<String> classes = SourcePackages.classes(Path.of("src"));
    assertThat(quoted(Files.readString(Path.of(page))).filter(CLASS.asMatchPredicate()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(classes).contains(name));
  }

  /** {@code src/bench/house.sh} counts what a reader passes there. */
  @Test
  void theWalkNamesClassesOnce() throws IOException {
    List<String> stops =
        Files.readAllLines(Path.of("src/bench/walk-a.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(stops)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(
            stop ->
                assertThat(SourcePackages.folder(stop).resolveSibling(simple(stop) + ".java"))
                    .exists());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
