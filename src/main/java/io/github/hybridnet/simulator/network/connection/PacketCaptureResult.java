package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the calls for a packet capture end with: a text that holds JSON, in which further texts hold
 * JSON. Recorded by Azure PowerShell on 2019-10-01 (TestVirtualNetworKGatewayPacketCapture).
 */
final class PacketCaptureResult {
  private static final DateTimeFormatter FOLDERS =
      DateTimeFormatter.ofPattern("yyyy/M/d/HH:mm:ss.SSSSSSS", Locale.ROOT);

  private PacketCaptureResult() {}

  /** A capture has begun. */
  static JsonNode started() {
    return successful("");
  }

  /** A capture has ended: where each of the gateway's two instances has stored its packets. */
  static JsonNode stopped(World world) {
    String folder =
        FOLDERS.format(world.now().atOffset(ZoneOffset.UTC))
            + "/"
            + world.ids().guid().replace("-", "")
            + "/";
    ObjectNode files = JsonCodec.object();
    for (String instance : List.of("GatewayTenantWorker_IN_0", "GatewayTenantWorker_IN_1")) {
      files.put(instance, uploaded(folder + "_Instance_" + instance + ".pcap"));
    }
    return successful(JsonCodec.object().putArray("all").add(files.toString()).toString());
  }

  /** The service escapes slashes here. */
  private static String uploaded(String path) {
    return JsonCodec.object()
        .put("Message", "Trace File Uploaded Successfully to given SasUrl")
        .put("Reason", 1)
        .put("SasFilePath", path)
        .put("Status", 3)
        .toString()
        .replace("/", "\\/");
  }

  private static JsonNode successful(String data) {
    return TextNode.valueOf(
        JsonCodec.object().put("Status", "Successful").put("Data", data).toString());
  }
}
