package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsAlreadyShownTest {
  @TempDir private Path root;
  @TempDir private Path elsewhere;

  @Test
  void everyFileOfAFindingIsRelativeToTheBuild() {
    Finding shown = shown(finding(root.resolve("a.json"), root.resolve("dir/b.json")));

    assertThat(shown.place()).hasToString("a.json:1:2");
    assertThat(shown.message()).isEqualTo("It overlaps dir/b.json:3:4.".replace("/", separator()));
  }

  @Test
  void aFileElsewhereKeepsItsWholePath() {
    Finding finding = finding(elsewhere.resolve("a.json"), elsewhere.resolve("b.json"));

    assertThat(shown(finding)).isEqualTo(finding);
  }

  @Test
  void findingsAreShownInFullOnceHoweverManyGoalsJudgeSomeOfThem() {
    Finding one = finding(root.resolve("a.json"), root.resolve("b.json"));
    Finding other = finding(root.resolve("b.json"), root.resolve("a.json"));
    Map<String, Object> memory = new HashMap<>();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of(one, other))).isFalse();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of(one))).isTrue();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of(one, other))).isTrue();
  }

  @Test
  void aFindingThatOneGoalDidNotJudgeIsShownByTheNext() {
    Finding one = finding(root.resolve("a.json"), root.resolve("b.json"));
    Finding other = finding(root.resolve("b.json"), root.resolve("a.json"));
    Map<String, Object> memory = new HashMap<>();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of())).isFalse();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of(one))).isFalse();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of(one, other))).isFalse();
    assertThat(new FindingsAlreadyShown(root, memory).addAll(List.of())).isTrue();
  }

  private Finding shown(Finding finding) {
    return new FindingsAlreadyShown(root, new HashMap<>()).relative(finding);
  }

  private String separator() {
    return root.getFileSystem().getSeparator();
  }

  private static Finding finding(Path file, Path other) {
    return new Finding(
        "HN2016",
        Severity.ERROR,
        "It overlaps " + new SourceLocation(other.toString(), 3, 4, "") + ".",
        new SourceLocation(file.toString(), 1, 2, ""),
        "Choose another.",
        null);
  }
}
