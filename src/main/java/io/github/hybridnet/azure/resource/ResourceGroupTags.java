package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import java.util.Map;

/**
 * The tags of a resource group, without the group: others are not written again, and a group whose
 * tags change is not written at all.
 */
final class ResourceGroupTags {
  private final ArmHttpClient requests;

  ResourceGroupTags(ArmHttpClient requests) {
    this.requests = requests;
  }

  /**
   * The tags; a group without any has none, but an answer that is not about tags is none. A read
   * misses them now and then (terraform-provider-azurerm issues 7139, 26340), so that "none" is
   * read again.
   */
  Map<String, String> read(ResourceKey group) {
    Map<String, String> tags = readOnce(group);
    return tags.isEmpty() ? readOnce(group) : tags;
  }

  private Map<String, String> readOnce(ResourceKey group) {
    return requests.get(path(group), ApiVersion.TAGS, reader -> tags(group, JsonTree.read(reader)));
  }

  /** Merges tags into those of the group, or removes those that have just these values. */
  void change(ResourceKey group, String operation, Map<String, String> tags) {
    Map<String, Object> patch =
        Map.of("operation", operation, "properties", Map.<String, Object>of("tags", tags));
    requests.patchPatiently(path(group), ApiVersion.TAGS, JsonTree.write(patch));
  }

  private static Map<String, String> tags(ResourceKey group, Map<String, Object> answer)
      throws MalformedAnswerException {
    Map<String, Object> properties = RequiredMembers.object(answer, "properties");
    boolean isGroups = path(group).equalsIgnoreCase(JsonTree.text(answer, "id").orElse(""));
    if (answer.containsKey("id") && !isGroups) {
      throw new MalformedAnswerException("it is not about the tags of the group");
    }
    return isGroups && !properties.containsKey("tags")
        ? Map.of()
        : RequiredMembers.textsByName(RequiredMembers.object(properties, "tags"));
  }

  private static String path(ResourceKey group) {
    return group.id() + "/providers/Microsoft.Resources/tags/default";
  }
}
