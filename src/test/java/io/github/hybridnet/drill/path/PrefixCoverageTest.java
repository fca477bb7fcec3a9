package io.github.hybridnet.drill.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixCoverageTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # needed | covering | what is missing
          192.168.0.0/16 | 192.168.0.0/16 | ''
          192.168.0.0/16 | 192.168.0.0/15 | ''
          192.168.0.0/16 | 0.0.0.0/0 | ''
          192.168.0.0/16 | 192.168.0.0/17 192.168.128.0/17 | ''
          192.168.0.0/16 | 192.168.128.0/17 10.0.0.0/8 192.168.0.0/18 192.168.64.0/18 | ''
          192.168.0.0/16 | 192.168.0.0/17 | 192.168.0.0/16 (of it 192.168.128.0/17)
          192.168.0.0/16 | 192.168.0.0/24 | 192.168.0.0/16 (of it 192.168.1.0/24, 192.168.2.0/23, 192.168.4.0/22, 192.168.8.0/21, 192.168.16.0/20, 192.168.32.0/19, 192.168.64.0/18, 192.168.128.0/17)
          192.168.0.0/16 | '' | 192.168.0.0/16
          192.168.0.0/16 | 2001:db8::/32 | 192.168.0.0/16
          192.168.0.0/16 172.16.0.0/12 | 192.168.0.0/16 | 172.16.0.0/12
          0.0.0.0/0 | 0.0.0.0/1 128.0.0.0/1 | ''
          10.1.2.3/32 | 10.1.2.0/24 | ''
          2001:db8::/32 | 2001:db8::/33 2001:db8:8000::/33 | ''
          2001:db8::/32 | 2001:db8::/33 | 2001:db8::/32 (of it 2001:db8:8000::/33)
          2001:db8::/32 | ::/0 | ''
          '' | '' | ''
          what | 0.0.0.0/0 | what
          10.0.0.0/8 | 10.0.0.0/8 what | ''
          """,
      delimiter = '|')
  void namesWhatIsNotCovered(String needed, String covering, String missing) {
    assertThat(PrefixCoverage.some(PrefixCoverage.gaps(words(needed), words(covering))))
        .isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # of the VPN | of ExpressRoute | the VPN's that win
          192.168.0.0/16 | 192.168.0.0/16 | ''
          192.168.0.0/15 | 192.168.0.0/16 | ''
          192.168.1.0/24 | 192.168.0.0/16 | 192.168.1.0/24
          192.168.0.0/17 192.168.128.0/17 | 192.168.0.0/16 | 192.168.0.0/17, 192.168.128.0/17
          192.168.1.0/24 | 192.168.0.0/16 192.168.1.0/24 | ''
          192.168.0.0/23 | 192.168.0.0/16 192.168.0.0/24 192.168.1.0/24 | ''
          192.168.0.0/23 | 192.168.0.0/16 192.168.0.0/24 | 192.168.0.0/23
          172.16.0.0/12 | 192.168.0.0/16 | ''
          10.0.0.0/8 | 0.0.0.0/0 | 10.0.0.0/8
          2001:db8:1::/48 | 2001:db8::/32 | 2001:db8:1::/48
          2001:db8:1::/48 | 0.0.0.0/0 | ''
          what | 0.0.0.0/0 | ''
          192.168.1.0/24 | what | ''
          """,
      delimiter = '|')
  void theLongestPrefixWins(String vpn, String expressRoute, String winning) {
    assertThat(PrefixCoverage.some(PrefixCoverage.winning(words(vpn), words(expressRoute))))
        .isEqualTo(winning);
  }

  @Test
  void manyAreCounted() {
    List<String> all = IntStream.range(0, 11).mapToObj(i -> "10." + i + ".0.0/16").toList();
    assertThat(PrefixCoverage.some(all)).endsWith("10.7.0.0/16 and 3 more");
    assertThat(PrefixCoverage.gaps(all, List.of("10.0.0.0/14")))
        .extracting(PrefixCoverage.CoverageGap::prefix)
        .hasSize(7)
        .doesNotContain("10.3.0.0/16");
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}
