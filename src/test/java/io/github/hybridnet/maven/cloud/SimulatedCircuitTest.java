package io.github.hybridnet.maven.cloud;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** create-circuit against the simulator, whose provider sells a line and no peering. */
class SimulatedCircuitTest {
  private static final String NAME = "ra-hybrid-vpn-er-erc";
  private static final String LAST = "\"allowClassicOperations\": false";
  private static final String MD5 = "canary0Md5KeyOfThePeering";
  private static final String PEERING =
      """
      , "authorizations": ["spoke-a", "spoke-b"],
      "peerings": [{"peeringType": "AzurePrivatePeering", "vlanId": 100, "peerASN": 65010,
        "primaryPeerAddressPrefix": "172.16.0.0/30", "secondaryPeerAddressPrefix": "172.16.0.4/30"}]
      """;

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new CircuitRig(directory).edit(CIRCUIT, LAST, LAST + PEERING);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void provisioned() throws Exception {
    rig.admin()
        .post("circuits/" + NAME + "/provider", "{\"state\":\"Provisioned\",\"peering\":false}");
  }

  @Test
  void declaredPeeringsFollowWhenTheProviderIsDone() throws Exception {
    rig.create(false, false);
    assertThat(rig.writtenSince(0))
        .containsExactly("PUT ra-hybrid-vpn-er-rg", "PUT " + NAME, "PUT spoke-a", "PUT spoke-b");
    assertThat(rig.out.lines())
        .anyMatch(l -> l.startsWith("WARN The peerings in the parameter files"));
    assertThat(rig.sheet())
        .contains("AzurePrivatePeering (configured by us when the circuit is provisioned)")
        .contains("spoke-a (Available); its key:")
        .contains("None: this circuit is simulated");

    long before = rig.now();
    rig.create(false, false);
    assertThat(rig.writtenSince(before)).isEmpty();

    provisioned();
    rig.create(true, false);
    assertThat(rig.writtenSince(before)).containsExactly("PUT AzurePrivatePeering");
    assertThat(rig.sheet())
        .contains("AzurePrivatePeering (Enabled, configured by us)")
        .contains("1. Run hybridnet:deploy-network");
    before = rig.now();
    rig.create(true, false);
    assertThat(rig.writtenSince(before)).isEmpty();
  }

  @Test
  void aPeeringIsChangedInPlace() throws Exception {
    rig.create(false, false);
    provisioned();
    rig.create(false, false);
    long before = rig.now();
    rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 200")
        .edit(CIRCUIT, "65010", "65011")
        .edit(CIRCUIT, "172.16.0.4/30", "172.16.0.8/30");
    assertThatThrownBy(() -> rig.create(false, false)).hasMessageStartingWith("HN4086");
    assertThat(rig.writtenSince(before)).isEmpty();
    rig.noPeeringKey = true;
    rig.create(false, false);
    assertThat(rig.writtenSince(before)).containsExactly("PUT AzurePrivatePeering");
    assertThat(rig.sheet()).contains("200").contains("65011").contains("172.16.0.8/30");
    before = rig.now();
    rig.create(false, false);
    assertThat(rig.writtenSince(before)).isEmpty();
  }

  @Test
  void aPeeringThatNetworksUseIsNotChangedWithoutAWord() throws Exception {
    rig.create(false, false);
    provisioned();
    rig.create(false, false);
    rig.deploy();
    long before = rig.now();
    rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 200");
    rig.noPeeringKey = true;
    assertThatThrownBy(() -> rig.create(false, false)).hasMessageStartingWith("HN4081");
    assertThat(rig.writtenSince(before)).isEmpty();
    rig.allowOutage = true;
    rig.create(false, false);
    assertThat(rig.writtenSince(before)).containsExactly("PUT AzurePrivatePeering");
  }

  @Test
  void anMd5KeyIsWrittenWhenAskedForAndNeverShown() throws Exception {
    rig.create(false, false);
    provisioned();
    rig.create(false, false);
    long before = rig.now();
    rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 100, \"sharedKey\": \"" + MD5 + "\"")
        .create(false, false);
    assertThat(rig.writtenSince(before)).isEmpty();
    assertThat(rig.out.lines())
        .contains(
            "INFO The MD5 key of the circuit peering '"
                + NAME
                + "/AzurePrivatePeering' could not be compared, because Azure does not show such"
                + " keys. To write the key again, set hybridnet.circuit.writePeeringKeys.");
    rig.create(false, true);
    assertThat(rig.writtenSince(before)).containsExactly("PUT AzurePrivatePeering");
    assertThat(String.join("\n", rig.out.lines()) + rig.sheet()).doesNotContain(MD5);
  }

  @Test
  void aCircuitOnlyGrowsAndItsPeeringKeysAreWrittenAfterIt() throws Exception {
    rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 100, \"sharedKey\": \"" + MD5 + "\"")
        .create(false, false);
    provisioned();
    rig.create(false, false);
    long before = rig.now();
    rig.edit(CIRCUIT, "\"bandwidthInMbps\": 50", "\"bandwidthInMbps\": 200").create(false, false);
    assertThat(rig.writtenSince(before)).containsExactly("PUT " + NAME, "PUT AzurePrivatePeering");

    long grown = rig.now();
    rig.edit(CIRCUIT, "\"bandwidthInMbps\": 200", "\"bandwidthInMbps\": 100")
        .edit(CIRCUIT, "UnlimitedData", "MeteredData");
    assertThatThrownBy(() -> rig.create(false, false))
        .hasMessageStartingWith("HN4040")
        .hasMessageContaining(
            "Bandwidth in Mbit/s: actual '200', declared '100'; Azure can only increase it")
        .hasMessageContaining("Data plan: actual 'UnlimitedData', declared 'MeteredData'");
    assertThat(rig.writtenSince(grown)).isEmpty();
  }
}
