package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * BGP settings of a gateway or of an on-premises device.
 *
 * @param enabled whether BGP is used, or null when not said
 * @param asn the autonomous system number, or null
 * @param peeringAddress the peer's address, or null
 * @param origin where it was written
 */
public record BgpSettings(
    @Nullable Boolean enabled,
    @Nullable Long asn,
    @Nullable String peeringAddress,
    PropertyLocations origin) {}
