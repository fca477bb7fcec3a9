package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package says what lives in it, what does not, and which class to read first. */
class PackageInfoTest {
  private static final Pattern PARTS =
      Pattern.compile(
          "/\\*\\* (?<here>\\S.+\\.) <p>Not here: (?<elsewhere>\\S.+\\.)"
              + " <p>Read first: \\{@link (?<first>\\w+)}\\. \\*/"
              + " @NullMarked package io\\.github\\.hybridnet\\.(?<name>[a-z.]+); .*");
  private static final Pattern NAMED = Pattern.compile("\\{@code ([a-z]+(?:\\.[a-z]+)*)}");

  static Stream<String> packages() throws IOException {
    return SourcePackages.names().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void saysWhatLivesInItWhatDoesNotAndWhatToReadFirst(String name) throws IOException {
    String text = Files.readString(SourcePackages.info(name));
    Matcher parts = PARTS.matcher(text.replaceAll("\\s+(\\* )?", " ").replace(" * ", " "));
    assertThat(parts.matches())
        .as("package-info of %s has its three parts: %s", name, text)
        .isTrue();
    assertThat(parts.group("name")).isEqualTo(name);
    assertThat(SourcePackages.folder(name).resolve(parts.group("first") + ".java")).exists();
    assertThat(NAMED.matcher(parts.group("elsewhere")).results().map(named -> named.group(1)))
        .allSatisfy(other -> assertThat(rooms()).contains(other).isNotEqualTo(name));
  }

  /** All packages, and the rooms that are none themselves. */
  private static Set<String> rooms() throws IOException {
    Set<String> all = SourcePackages.names();
    Rooms.ALL.forEach(room -> all.add(room.name()));
    return all;
  }
}
