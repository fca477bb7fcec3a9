/** validation.rules.bgp. */
@NullMarked
package io.github.hybridnet.validation.rules.bgp;

import org.jspecify.annotations.NullMarked;
