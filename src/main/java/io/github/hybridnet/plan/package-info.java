/** Desired and actual resources, and the ordered graph of changes between them. Pure. */
@NullMarked
package io.github.hybridnet.plan;

import org.jspecify.annotations.NullMarked;
