package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.NetworkValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered for a mistyped value passes the rules. */
class OfferedValuesTest {
  private static final Pattern OFFERED = Pattern.compile("(?:one of|values are) ([^.]+)\\.");

  @TempDir private Path directory;

  private int readings;

  static List<Arguments> enumerations() {
    return List.of(
        Arguments.of(VPN_GATEWAY, "gatewayType", "\"gatewayType\": \"Vpn\""),
        Arguments.of(VPN_GATEWAY, "vpnType", "\"vpnType\": \"RouteBased\""),
        Arguments.of(VPN_GATEWAY, "connectionType", "\"connectionType\": \"IPsec\""),
        Arguments.of(VPN_GATEWAY, "policy", "\"policy\": \"always\""),
        Arguments.of(EXPRESS_ROUTE_GATEWAY, "gatewayType", "\"gatewayType\": \"ExpressRoute\""),
        Arguments.of(
            EXPRESS_ROUTE_GATEWAY, "connectionType", "\"connectionType\": \"ExpressRoute\""),
        Arguments.of(CIRCUIT, "skuTier", "\"skuTier\": \"Standard\""),
        Arguments.of(CIRCUIT, "skuFamily", "\"skuFamily\": \"MeteredData\""),
        Arguments.of(CIRCUIT, "peeringType", "\"peeringType\": \"AzurePrivatePeering\""));
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void passesTheRules(ParameterFile file, String property, String written) {
    String before = written.substring(0, written.lastIndexOf(':') + 2);
    Finding refused =
        findings(file, written, before + "\"zzzzzzzz\"").stream()
            .filter(f -> f.code().equals("HN1014"))
            .findFirst()
            .orElseThrow();
    List<String> offered =
        OFFERED
            .matcher(refused.fix())
            .results()
            .map((MatchResult match) -> match.group(1))
            .flatMap(list -> List.of(list.split(", ")).stream())
            .toList();

    assertThat(offered).isNotEmpty();
    for (String value : offered) {
      assertThat(findings(file, written, before + "\"" + value + "\""))
          .as("%s of %s", value, property)
          .noneMatch(f -> f.severity() != Severity.INFO && f.place().pointer().endsWith(property));
    }
  }

  private List<Finding> findings(ParameterFile file, String from, String to) {
    ParameterDirectory files =
        ParameterDirectory.complete(directory.resolve(String.valueOf(readings++)));
    files.edit(file, from, to);
    ConfigurationReader.Result configurationResult = files.read();
    List<Finding> all = new ArrayList<>(configurationResult.findings());
    all.addAll(NetworkValidator.standard().validate(configurationResult.network(), false));
    return all;
  }
}
