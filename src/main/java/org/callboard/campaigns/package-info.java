/** Campaigns and their categories. */
@NullMarked
package org.callboard.campaigns;

import org.jspecify.annotations.NullMarked;
