package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ResourceKey;

/**
 * What a change does to resources that nobody declared here.
 *
 * @param key what is changed
 * @param text for people to read, whole sentences
 * @param known whether that is known; else the text says why it is not
 */
public record SideEffect(ResourceKey key, String text, boolean known) {

  /** Of a resource whose connections must not be read. */
  static SideEffect unknown(ResourceKey key, String reason) {
    return new SideEffect(
        key,
        "Who else uses the "
            + key.quoted()
            + " is not known, because this identity may not read its connections: "
            + reason,
        false);
  }
}
