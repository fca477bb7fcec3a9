package io.github.hybridnet.plan;

/**
 * What a change does to resources that nobody declared here.
 *
 * @param key what is changed
 * @param text for people to read, whole sentences
 */
public record Effect(ResourceKey key, String text) {}
