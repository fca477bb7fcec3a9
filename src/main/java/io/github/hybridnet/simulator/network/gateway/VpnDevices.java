package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.resource.FactListReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** The on-premises devices for which there are configuration scripts. */
public final class VpnDevices {
  private static final List<ObjectNode> ALL =
      FactListReader.list(VpnDevices.class, "vpn-devices.json");

  private VpnDevices() {}

  /** POST: the list, which is an XML document in a JSON string. */
  static OperationAnswer list(ResourceRequest request) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    xml.append("<rpvpndevicelist version=\"1.0\">");
    for (ObjectNode vendor : ALL) {
      xml.append(tag("Vendor", JsonMembers.textOr(vendor, "vendor", ""), ">"));
      for (ObjectNode family : JsonMembers.objects(vendor, "families")) {
        xml.append(tag("DeviceFamily", JsonMembers.textOr(family, "name", ""), ">"));
        JsonMembers.strings(family, "firmware")
            .forEach(name -> xml.append(tag("FirmwareVersion", name, " />")));
        xml.append("</DeviceFamily>");
      }
      xml.append("</Vendor>");
    }
    return OperationAnswer.plain(
        200, JsonMembers.value(xml.append("</rpvpndevicelist>").toString()));
  }

  private static String tag(String element, String name, String end) {
    String escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return "<" + element + " name=\"" + escaped + "\"" + end;
  }

  public static boolean supports(String vendor, String family, String firmware) {
    return ALL.stream()
        .filter(each -> vendor.equals(JsonMembers.text(each, "vendor")))
        .flatMap(each -> JsonMembers.objects(each, "families").stream())
        .filter(each -> family.equals(JsonMembers.text(each, "name")))
        .anyMatch(each -> JsonMembers.strings(each, "firmware").contains(firmware));
  }
}
