package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.model.Region;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A region without zones, one that is not listed and an answer that says nothing are different. */
class RegionZoneReaderTest {
  private static final String LIST = "GET /subscriptions/s/locations";

  private final FakeArm arm = new FakeArm();

  private Optional<List<String>> zones(String member) {
    arm.service.on(
        LIST,
        200,
        "{\"value\":[{\"id\":\"/subscriptions/s/locations/westus2\",\"name\":\"westus2\""
            + member
            + "}]}");
    return arm.cloud().zonesOf("s", new Region("West US 2"));
  }

  @Test
  void theLogicalZonesOfARegionAreItsZones() {
    assertThat(
            zones(
                ",\"availabilityZoneMappings\":[{\"logicalZone\":\"2\"},{\"logicalZone\":\"1\"}]"))
        .contains(List.of("1", "2"));
  }

  @Test
  void aRegionWithoutThemHasNone() {
    assertThat(zones("")).contains(List.of());
  }

  @Test
  void aRegionThatIsNotListedIsNotKnown() {
    arm.service.on(LIST, 200, "{\"value\":[]}");
    assertThat(arm.cloud().zonesOf("s", new Region("westus2"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "[7]", "[{}]", "[{\"logicalZone\":1}]"})
  void zonesThatAreNotUnderstoodAreNotNone(String strange) {
    assertThatThrownBy(() -> zones(",\"availabilityZoneMappings\":" + strange))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.UNREADABLE));
  }

  @Test
  void aLostAnswerIsAFailureOfTheCloud() {
    arm.service.on(LIST, Answer.none(new IOException("reset")));
    assertThatThrownBy(() -> arm.cloud().zonesOf("s", new Region("westus2")))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.UNREACHABLE));
  }
}
