package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.List;

/** The on-premises devices for which there are configuration scripts. */
final class VpnDevices {
  private static final List<ObjectNode> ALL = Facts.list("vpn-devices.json");

  private VpnDevices() {}

  /** POST: the list, which is an XML document in a JSON string. */
  static Answer list(ArmRequest request) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    xml.append("<rpvpndevicelist version=\"1.0\">");
    for (ObjectNode vendor : ALL) {
      xml.append(tag("Vendor", Json.textOr(vendor, "vendor", ""), ">"));
      for (ObjectNode family : Json.objects(vendor, "families")) {
        xml.append(tag("DeviceFamily", Json.textOr(family, "name", ""), ">"));
        Json.strings(family, "firmware")
            .forEach(name -> xml.append(tag("FirmwareVersion", name, " />")));
        xml.append("</DeviceFamily>");
      }
      xml.append("</Vendor>");
    }
    return Answer.plain(200, Json.value(xml.append("</rpvpndevicelist>").toString()));
  }

  private static String tag(String element, String name, String end) {
    String escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return "<" + element + " name=\"" + escaped + "\"" + end;
  }

  static boolean supports(String vendor, String family, String firmware) {
    return ALL.stream()
        .filter(each -> vendor.equals(Json.text(each, "vendor")))
        .flatMap(each -> Json.objects(each, "families").stream())
        .filter(each -> family.equals(Json.text(each, "name")))
        .anyMatch(each -> Json.strings(each, "firmware").contains(firmware));
  }
}
