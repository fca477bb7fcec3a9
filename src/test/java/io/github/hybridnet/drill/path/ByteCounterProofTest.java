package io.github.hybridnet.drill.path;

import static io.github.hybridnet.drill.path.Readings.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.path.ProofResult.ProofAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteCounterProofTest {
  private static final Duration GONE = Duration.ofSeconds(20);

  private static ProofResult judge(PathReading... readings) {
    return ByteCounterProof.judge(List.of(readings), GONE);
  }

  @Test
  void aVpnCounterThatGrewSupports() {
    assertThat(judge(counted(20, 500, 10), counted(400, 500, 70)))
        .isEqualTo(
            ProofResult.yes(
                "The VPN connection counted 120 more bytes while ExpressRoute was disconnected."));
  }

  @Test
  void anExpressRouteCounterThatGrewSoonIsLate() {
    assertThat(judge(counted(20, 500, 10), counted(300, 900, 10)))
        .isEqualTo(
            ProofResult.unknown(
                "The byte counters prove nothing: Azure updates them only every few minutes."));
  }

  @Test
  void anExpressRouteCounterThatKeepsGrowingContradicts() {
    assertThat(
            judge(
                counted(20, 500, 10),
                counted(300, 900, 70),
                counted(700, 900, 70),
                counted(1200, 950, 90)))
        .isEqualTo(
            ProofResult.no(
                "The ExpressRoute connection counted 100 more bytes, more than 10 minutes after"
                    + " its routes were gone. Packets may still use ExpressRoute."));
  }

  @Test
  void whatWasCountedBeforeSaysNothing() {
    assertThat(judge(counted(0, 0, 0), counted(19, 900, 900)).answer())
        .isEqualTo(ProofAnswer.UNKNOWN);
    assertThat(judge().answer()).isEqualTo(ProofAnswer.UNKNOWN);
  }

  @Test
  void aCounterThatBeganAnewSaysNothing() {
    assertThat(judge(counted(700, 900, 90), counted(900, 5, 5)).answer())
        .isEqualTo(ProofAnswer.UNKNOWN);
  }

  @Test
  void aCounterThatAzureDoesNotTellSaysNothing() {
    assertThat(judge(counted(700, -1, -1), counted(900, 5, -1)).answer())
        .isEqualTo(ProofAnswer.UNKNOWN);
  }

  @Test
  void oneDirectionThatBeganAnewIsEnough() {
    PathReading first = reading(20, 900, 10);
    PathReading last = reading(400, 5, 5000);
    assertThat(judge(first, last).answer()).isEqualTo(ProofAnswer.UNKNOWN);
  }

  @Test
  void bothDirectionsAreAddedUp() {
    assertThat(judge(reading(20, 100, 10), reading(400, 130, 15)).text())
        .startsWith("The VPN connection counted 35 more bytes");
  }

  @Test
  void oneDirectionThatIsNotToldSaysNothing() {
    assertThat(judge(reading(20, 100, -1), reading(400, 130, 15)).answer())
        .isEqualTo(ProofAnswer.UNKNOWN);
  }

  private static PathReading reading(int seconds, long in, long out) {
    PathReading.Path silent = new PathReading.Path("absent", "absent", 0, List.of(), -1, -1);
    PathReading.Path vpn = new PathReading.Path("Succeeded", "Connected", 0, List.of(), in, out);
    return new PathReading(Duration.ofSeconds(seconds), silent, vpn, "Enabled");
  }

  /** After a long hold ExpressRoute is put back, and counts again. */
  @Test
  void whatExpressRouteCarriesWhenItIsBackDoesNotContradict() {
    PathReading.Path carrying =
        new PathReading.Path("Succeeded", "Connected", 2, List.of("10.0.0.0/8"), 9999, 9999);
    PathReading back =
        new PathReading(Duration.ofSeconds(1300), carrying, counted(0, 0, 9999).vpn(), "Enabled");
    assertThat(judge(counted(20, 500, 10), counted(700, 900, 70), counted(1200, 900, 90), back))
        .isEqualTo(
            ProofResult.yes(
                "The VPN connection counted 160 more bytes while ExpressRoute was disconnected."));
  }
}
