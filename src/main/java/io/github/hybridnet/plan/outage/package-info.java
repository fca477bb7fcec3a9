/** plan.outage. */
@NullMarked
package io.github.hybridnet.plan.outage;

import org.jspecify.annotations.NullMarked;
