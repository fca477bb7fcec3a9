package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource type: its name, where it is kept, how it is shown and what can be done with it. A verb
 * without an operation is refused. GET and lists are served by the platform through the view.
 */
public final class ResourceTypeDefinition {
  private final Builder built;

  private ResourceTypeDefinition(Builder built) {
    this.built = built;
  }

  /** Starts the description of a type. */
  public static Builder named(TypeName name) {
    return new Builder(name);
  }

  public TypeName name() {
    return built.name;
  }

  /** The word in operation names, for example {@code VirtualNetworkGateway}. */
  public String label() {
    return built.label;
  }

  /** For an inline child: the property of the parent whose array holds it. */
  public Optional<String> inlineCollection() {
    return Optional.ofNullable(built.collection);
  }

  /** The operation of PUT, PATCH or DELETE. */
  public Optional<ArmOperation> operation(String method) {
    return Optional.ofNullable(
        switch (method) {
          case "PUT" -> built.put;
          case "PATCH" -> built.patch;
          case "DELETE" -> built.delete;
          default -> null;
        });
  }

  /** Reads the bodies of its PUTs. */
  public BodyReader bodies() {
    return built.bodies;
  }

  /** Calls on paths below a resource of this type. */
  public List<SubCall> calls() {
    return List.copyOf(built.calls);
  }

  public ResourceView view() {
    return built.view;
  }

  /** Seconds of {@code Retry-After} after a PUT. */
  public int retryAfter() {
    return built.retryAfter;
  }

  /** Whether a GET of one resource has an {@code ETag} header. */
  public boolean etagHeader() {
    return built.etagHeader;
  }

  /** Whether writes are answered with {@code Azure-AsyncNotification: Enabled}. */
  public boolean notification() {
    return built.notification;
  }

  /** Whether the type can be listed for the whole subscription. */
  public boolean subscriptionList() {
    return built.subscriptionList;
  }

  /**
   * A call on a path below a resource.
   *
   * @param method the HTTP method
   * @param path for example {@code sharedkey/reset} or {@code arpTables/{devicePath}}
   * @param operation what is done
   */
  public record SubCall(String method, String path, ArmOperation operation) {}

  /** Builds the definition of a resource type. By default it is top-level and can only be read. */
  public static final class Builder {
    private final TypeName name;
    private final List<SubCall> calls = new ArrayList<>();
    private String label;
    private @Nullable String collection;
    private @Nullable ArmOperation put;
    private @Nullable ArmOperation patch;
    private @Nullable ArmOperation delete;
    private BodyReader bodies = (call, variants) -> call.body();
    private ResourceView view = (resource, viewContext) -> resource;
    private int retryAfter = 10;
    private boolean etagHeader;
    private boolean notification = true;
    private boolean subscriptionList = true;

    private Builder(TypeName name) {
      this.name = name;
      this.label = name.last();
    }

    /** The word in operation names such as {@code PutVirtualNetworkOperation}. */
    public Builder label(String word) {
      label = word;
      return this;
    }

    /** Keeps this child type in {@code properties.{property}} of its top-level resource. */
    public Builder inlineIn(String property) {
      collection = property;
      return this;
    }

    public Builder put(ArmOperation operation) {
      put = operation;
      return this;
    }

    public Builder patch(ArmOperation operation) {
      patch = operation;
      return this;
    }

    public Builder delete(ArmOperation operation) {
      delete = operation;
      return this;
    }

    /** Adds a call below a resource; segments in braces match anything. */
    public Builder call(String method, String path, ArmOperation operation) {
      if (calls.stream()
          .anyMatch(each -> each.method().equals(method) && each.path().equals(path))) {
        throw new IllegalArgumentException(
            name + ": " + method + " " + path + " is registered twice");
      }
      calls.add(new SubCall(method, path, operation));
      return this;
    }

    /** Reads the bodies of PUTs in another way than as any JSON. */
    public Builder bodies(BodyReader reader) {
      bodies = reader;
      return this;
    }

    public Builder view(ResourceView shown) {
      view = shown;
      return this;
    }

    public Builder retryAfter(int seconds) {
      retryAfter = seconds;
      return this;
    }

    public Builder etagHeader() {
      etagHeader = true;
      return this;
    }

    public Builder withoutNotification() {
      notification = false;
      return this;
    }

    public Builder withoutSubscriptionList() {
      subscriptionList = false;
      return this;
    }

    public ResourceTypeDefinition build() {
      return new ResourceTypeDefinition(this);
    }
  }
}
