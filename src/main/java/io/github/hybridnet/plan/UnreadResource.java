package io.github.hybridnet.plan;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;

/**
 * A resource that this identity may not read: whether it exists, and whether it is as declared, is
 * not known.
 *
 * @param key which
 * @param failure Azure's refusal
 */
public record UnreadResource(ResourceKey key, CloudException failure) {}
