package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.IdSource;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ResourceEtags;
import io.github.hybridnet.simulator.arm.ResourceRepository;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the resources in a state. Inline children are found inside their top-level
 * resource.
 */
public final class ResourceStore implements ResourceRepository {
  private final CloudState cloudState;
  private final ModuleRegistrations types;
  private final IdSource ids;
  private final Instant now;

  public ResourceStore(
      CloudState cloudState, ModuleRegistrations types, IdSource ids, Instant now) {
    this.cloudState = cloudState;
    this.types = types;
    this.ids = ids;
    this.now = now;
  }

  @Override
  public Optional<ObjectNode> find(ArmId id) {
    return stored(id).map(ObjectNode::deepCopy);
  }

  @Override
  public boolean exists(ArmId id) {
    return stored(id).isPresent();
  }

  @Override
  public List<ObjectNode> all(TypeName type) {
    return copies(storedOf(type));
  }

  @Override
  public List<ObjectNode> inGroup(ArmId group, TypeName type) {
    return copies(storedInGroup(group, type));
  }

  @Override
  public List<ObjectNode> naming(ArmId id, TypeName type) {
    return copies(only(type, cloudState.byReference().of(id.root().key())));
  }

  @Override
  public void change(ArmId id, Consumer<ObjectNode> change) {
    changeIn(id, change, true);
  }

  @Override
  public void changeQuietly(ArmId id, Consumer<ObjectNode> change) {
    changeIn(id, change, false);
  }

  @Override
  public void remove(ArmId id) {
    if (!id.isChild()) {
      cloudState.resources().remove(id.key());
      cloudState.times().remove(id.key());
      new NoteStore(cloudState).forget(id);
      return;
    }
    change(
        id.parent(),
        parent -> {
          ArrayNode children = collection(parent, id);
          for (int i = 0; i < children.size(); i++) {
            if (named(children.get(i), id.name())) {
              children.remove(i);
              return;
            }
          }
        });
  }

  @Override
  public void put(ArmId id, ObjectNode resource) {
    if (!id.isChild()) {
      ObjectNode copy = resource.deepCopy();
      ResourceEtags.set(copy, newEtag());
      cloudState.resources().put(id.key(), copy);
      changed(id.key());
      return;
    }
    change(
        id.parent(),
        parent -> {
          ArrayNode children = collection(parent, id);
          for (int i = 0; i < children.size(); i++) {
            if (named(children.get(i), id.name())) {
              children.set(i, resource);
              return;
            }
          }
          children.add(resource);
        });
  }

  /** The resource or inline child as it is stored, which nobody may change. */
  public Optional<ObjectNode> stored(ArmId id) {
    ObjectNode root = cloudState.resources().get(id.root().key());
    return root == null ? Optional.empty() : Optional.ofNullable(locate(root, id));
  }

  /** As {@link #inGroup}, but as they are stored. */
  public List<ObjectNode> storedInGroup(ArmId group, TypeName type) {
    return only(type, cloudState.byGroup().of(group.group().key()));
  }

  /** As {@link #all(TypeName)}, but as they are stored. */
  public List<ObjectNode> storedOf(TypeName type) {
    return cloudState.byType().of(type.key());
  }

  private void changeIn(ArmId id, Consumer<ObjectNode> change, boolean newEtag) {
    String key = id.root().key();
    ObjectNode stored = cloudState.resources().get(key);
    ObjectNode root = stored == null ? null : stored.deepCopy();
    ObjectNode place = root == null ? null : locate(root, id);
    if (root == null || place == null) {
      return;
    }
    change.accept(place);
    if (newEtag) {
      ResourceEtags.set(root, newEtag());
      changed(key);
    }
    cloudState.resources().put(key, root);
  }

  private void changed(String key) {
    ResourceTimes before = cloudState.times().get(key);
    cloudState.times().put(key, new ResourceTimes(before == null ? now : before.created(), now));
  }

  private String newEtag() {
    return "W/\"" + ids.guid() + "\"";
  }

  private @Nullable ObjectNode locate(ObjectNode root, ArmId id) {
    if (!id.isChild()) {
      return root;
    }
    ObjectNode parent = locate(root, id.parent());
    if (parent == null || types.find(id.type()).isEmpty()) {
      return null;
    }
    for (JsonNode child : parent.path("properties").path(property(id))) {
      if (named(child, id.name())) {
        return (ObjectNode) child;
      }
    }
    return null;
  }

  private ArrayNode collection(ObjectNode parent, ArmId id) {
    String property = property(id);
    JsonNode children = parent.path("properties").path(property);
    return children instanceof ArrayNode array
        ? array
        : parent.withObjectProperty("properties").putArray(property);
  }

  private String property(ArmId id) {
    return types.find(id.type()).flatMap(ResourceTypeDefinition::inlineCollection).orElseThrow();
  }

  private static List<ObjectNode> only(TypeName type, List<ObjectNode> resources) {
    String name = type.toString();
    return resources.stream()
        .filter(each -> each.path("type").asText().equalsIgnoreCase(name))
        .toList();
  }

  private static List<ObjectNode> copies(List<ObjectNode> resources) {
    return resources.stream().map(ObjectNode::deepCopy).toList();
  }

  private static boolean named(JsonNode child, String name) {
    return child.path("name").asText().equalsIgnoreCase(name);
  }
}
