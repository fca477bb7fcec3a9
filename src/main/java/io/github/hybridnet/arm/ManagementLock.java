package io.github.hybridnet.arm;

import java.util.Locale;

/**
 * A management lock, which forbids to change or to delete its scope. Its source is
 * articles/azure-resource-manager/management/lock-resources.md.
 *
 * @param name its name
 * @param level {@code CanNotDelete} or {@code ReadOnly}
 * @param scope the id of what is locked, with everything in it
 */
public record ManagementLock(String name, String level, String scope) {
  private static final String CAN_NOT_DELETE = "CanNotDelete";

  /** The resource id of the lock itself. */
  public String id() {
    return scope + "/providers/Microsoft.Authorization/locks/" + name;
  }

  /** Whether the resource cannot be written: it is inside of what must not be changed. */
  public boolean forbidsWriting(ResourceKey key) {
    return !level.equalsIgnoreCase(CAN_NOT_DELETE) && isInside(key.comparableId(), locked());
  }

  /** Whether the resource cannot be removed: it, something around it or in it is locked. */
  public boolean forbidsRemoving(ResourceKey key) {
    return isInside(key.comparableId(), locked()) || isInside(locked(), key.comparableId());
  }

  private String locked() {
    return scope.toLowerCase(Locale.ROOT);
  }

  private static boolean isInside(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }

  /** {@code keep (CanNotDelete) on /subscriptions/…}. */
  @Override
  public String toString() {
    return "'" + name + "' (" + level + ") on " + scope;
  }
}
