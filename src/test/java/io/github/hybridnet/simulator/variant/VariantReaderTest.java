package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantReaderTest {
  @TempDir Path directory;

  @Test
  void listChoosesByName() throws Exception {
    VariantChoice choice = VariantReader.read("etag=absent, list-order = reversed ,");
    assertThat(choice.of(AzureVariant.ETAG)).isEqualTo("absent");
    assertThat(choice.is(AzureVariant.LIST_ORDER, "reversed")).isTrue();
    assertThat(choice.of(AzureVariant.IDENTITY)).isEqualTo("owner");
    assertThat(choice).hasToString("list-order=reversed,etag=absent");
  }

  @Test
  void nothingChoosesTheUsual() throws Exception {
    assertThat(VariantReader.read(" ").isUsual()).isTrue();
    assertThat(VariantReader.read("etag=present").isUsual()).isTrue();
  }

  @Test
  void fileHasALineForEach() throws Exception {
    Path file = directory.resolve("variants.txt");
    Files.writeString(file, "# some\netag=absent\r\n\n  letter-case=upper\n");
    assertThat(VariantReader.read("@" + file + ",list-order=reversed"))
        .hasToString("letter-case=upper,list-order=reversed,etag=absent");
  }

  @Test
  void seedDrawsForEachTheSameEachTime() throws Exception {
    String drawn = VariantReader.read("seed:7").toString();
    assertThat(VariantReader.read("seed: 7")).hasToString(drawn);
    Set<String> all = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      VariantChoice choice = VariantReader.read("seed:" + seed);
      for (AzureVariant variant : AzureVariant.values()) {
        all.add(variant.word() + "=" + choice.of(variant));
      }
    }
    for (AzureVariant variant : AzureVariant.values()) {
      for (String value : variant.choices()) {
        boolean possible = variant.drawn() || value.equals(variant.usual());
        assertThat(all.contains(variant.word() + "=" + value))
            .as("%s=%s", variant.word(), value)
            .isEqualTo(possible);
      }
    }
  }

  @Test
  void nameComesBeforeTheSeed() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(VariantReader.read("etag=present,seed:" + seed).of(AzureVariant.ETAG))
          .isEqualTo("present");
    }
    assertThat(VariantReader.of(Map.of("seed", "3", "etag", "absent")).of(AzureVariant.ETAG))
        .isEqualTo("absent");
  }

  @Test
  void allMistakesAreNamed() {
    assertThatThrownBy(
            () -> VariantReader.read("etgs=absent,etag=gone,list-order,seed:x,letter-case=upper"))
        .isInstanceOfSatisfying(
            InvalidVariantsException.class,
            e -> {
              assertThat(e.problems()).hasSize(4);
              assertThat(e.problems().get(0))
                  .startsWith("there is no variant 'etgs'; there are er-");
              assertThat(e.problems().subList(1, 4))
                  .containsExactly(
                      "'etag' must be one of present, absent, not 'gone'",
                      "'list-order' must be one of by-creation, reversed, shuffled, not ''",
                      "the seed must be a whole number, not 'x'");
            });
    assertThatThrownBy(() -> VariantReader.read("etag=absent,etag=present"))
        .hasMessage("'etag' is both 'absent' and 'present'");
  }

  @Test
  void valueThatDoesNotExistIsNeverAskedFor() {
    assertThatThrownBy(() -> VariantChoice.USUAL.is(AzureVariant.ETAG, "gone"))
        .hasMessage("'etag' has no value 'gone'");
  }
}
