package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ra-rg | ra-rg",
        "web=tcp://10.0.1.4:443 | web=tcp://10.0.1.4:443",
        "rg (old) | 'rg (old)'",
        "it's | 'it'\\''s'",
        "$(id) | '$(id)'",
        "my dir/$x'y | 'my dir/$x'\\''y'",
        "\"\" | ''",
        "a;b | 'a;b'"
      })
  void aValueIsOneWord(String value, String word) {
    assertThat(ShellText.quoted(value)).isEqualTo(word);
  }
}
