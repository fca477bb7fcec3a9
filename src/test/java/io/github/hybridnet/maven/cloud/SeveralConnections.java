package io.github.hybridnet.maven.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.config.file.ParameterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The published files with a second circuit and a second on-premises device. */
final class SeveralConnections {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SeveralConnections() {}

  /** Writes the files below a test's directory. */
  static ParameterFilesCopy files(Path directory) throws IOException {
    return ParameterFilesCopy.below(directory)
        .write(
            ParameterFile.CIRCUIT,
            withSecond(
                ParameterFile.CIRCUIT,
                "expressRouteCircuitSettings",
                Map.of(
                    "ra-hybrid-vpn-er-erc", "second-erc",
                    "Silicon Valley", "Washington DC")))
        .write(
            ParameterFile.EXPRESS_ROUTE_GATEWAY,
            withSecond(
                ParameterFile.EXPRESS_ROUTE_GATEWAY,
                "connectionSettings",
                Map.of(
                    "ra-hybrid-er-cn", "second-er-cn",
                    "ra-hybrid-vpn-er-erc", "second-erc")))
        .write(
            ParameterFile.VPN_GATEWAY,
            withSecond(
                ParameterFile.VPN_GATEWAY,
                "connectionSettings",
                Map.of(
                    "ra-hybrid-vpn-cn", "second-vpn-cn",
                    "ra-hybrid-vpn-lgw", "second-lgw",
                    "40.50.60.70", "40.50.60.71",
                    "192.168.0.0/16", "172.16.0.0/20")));
  }

  /** A published file whose setting is a list of what is there and of the same with other texts. */
  private static String withSecond(
      ParameterFile file, String setting, Map<String, String> replacements) throws IOException {
    String text = Files.readString(ParameterFilesCopy.PUBLISHED.resolve(file.fileName()));
    ObjectNode root = (ObjectNode) JSON.readTree(text.substring(text.indexOf('{')));
    ObjectNode holder = (ObjectNode) root.at("/parameters/" + setting);
    String first = holder.get("value").toString();
    String second = first;
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      second = second.replace(each.getKey(), each.getValue());
    }
    ArrayNode list = JSON.createArrayNode().add(JSON.readTree(first)).add(JSON.readTree(second));
    holder.set("value", list);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
