/** Jobs for programs: what they read of booked work, its appointments and invoices, and how they book and change it. */
@NullMarked
package org.callboard.jobapi;

import org.jspecify.annotations.NullMarked;
